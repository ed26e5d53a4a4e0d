import type { ReactNode } from 'react'

export type Column<Row> = { title: string; cell: (row: Row) => ReactNode; figure?: boolean }

/** A table that becomes a list on a phone: each cell then carries its column's title. */
export function Table<Row>(props: {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
}) {
  return (
    <table className="table folds">
      <caption className="hidden">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map(column => (
            <th key={column.title} scope="col" className={column.figure ? 'figure' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(row => (
          <tr key={props.keyOf(row)}>
            {props.columns.map(column => (
              <td key={column.title} data-label={column.title} className={column.figure ? 'figure' : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
