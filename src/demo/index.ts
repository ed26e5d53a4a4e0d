export { enterDemo } from './enter-demo.ts'
export { demoRoutes } from './routes.ts'
