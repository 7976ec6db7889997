/** The head of a column of addresses, with what they all begin with. */
export function ColumnOfAddresses({ name, origin }: { name: string; origin: string | null }) {
  if (origin === null) return name;
  return (
    <>
      {name} <span className="font-normal whitespace-normal wrap-anywhere text-muted">({origin})</span>
    </>
  );
}
