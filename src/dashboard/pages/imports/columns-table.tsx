import { type ColumnRole, KIND_ROLES } from '../../../vocabulary/column-role.ts'
import type { Import } from '../../../vocabulary/import.ts'
import { Table, useWords } from '../../ui/index.ts'

/** Every column with its first values and what it is taken for. */
export function ColumnsTable(props: { one: Import; choose: (column: string, role: ColumnRole) => void }) {
  const { t } = useWords()
  const { kind, mapping } = props.one
  const roles: ColumnRole[] = [...KIND_ROLES[kind], 'attribute', 'ignore']
  return (
    <div className="import-columns">
      <Table
        caption={t('imports.columnsTitle')}
        rows={mapping.columns}
        keyOf={column => column.name}
        columns={[
          { title: t('imports.column'), cell: column => <span className="import-name">{column.name}</span> },
          {
            title: t('imports.sample'),
            cell: column => <bdi className="import-sample small">{column.sample.join(' · ')}</bdi>,
          },
          {
            title: t('imports.meaning'),
            cell: column => (
              <select
                className="input"
                aria-label={`${t('imports.meaning')}: ${column.name}`}
                value={column.role}
                onChange={event =>
                  props.choose(column.name, roles.find(role => role === event.target.value) ?? 'attribute')
                }
              >
                {roles.map(role => (
                  <option key={role} value={role}>
                    {t(`imports.roles.${role}`)}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
    </div>
  )
}
