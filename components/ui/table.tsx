import type { ReactNode } from "react";
import { cx } from "./cx";

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers are aligned to the end. */
  align?: "start" | "end";
  /** The cell that names its row. */
  isRowHeader?: boolean;
  /** Left out below 720 px. */
  wideOnly?: boolean;
};

type TableProps<Row> = {
  caption: string;
  showCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
};

/** A plain data table. The caption is read out even where it is not shown. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey }: TableProps<Row>) {
  const cellClass = (column: Column<Row>) =>
    cx(
      "px-2 py-1.5 first:pl-4 last:pr-4 phone:px-4",
      column.align === "end" ? "text-right" : "text-left",
      column.wideOnly && "hidden phone:table-cell",
    );
  return (
    <table className="w-full border-collapse">
      <caption className={showCaption ? "px-4 pb-2 text-left text-muted" : "sr-only"}>{caption}</caption>
      <thead>
        <tr className="h-9 border-b text-xs text-muted">
          {columns.map((column) => (
            <th key={column.id} scope="col" className={cx(cellClass(column), "font-medium whitespace-nowrap")}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="h-(--row) border-b last:border-0 hover:bg-sunken">
            {columns.map((column) =>
              column.isRowHeader ? (
                <th key={column.id} scope="row" className={cx(cellClass(column), "font-normal")}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
