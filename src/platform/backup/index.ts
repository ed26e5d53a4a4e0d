export { BackupProblem, markOf } from './file.ts'
export { isEmpty, readHeader, restoreBackup } from './restore-backup.ts'
export { writeBackup } from './write-backup.ts'
