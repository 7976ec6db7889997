import ts from "typescript";

const MAKERS = new Set(["defineAction", "definePublicAction", "defineAdminAction"]);
const MAKERS_MODULE = "@/lib/entry/define-action";

/** An export of a server-action file that no guard stands before. */
export type NakedAction = { name: string; line: number };

/**
 * The exports of a `"use server"` file that are not made by one of the guards of `lib/entry/define-action`: each of them is an
 * endpoint that anybody can call. A file without the directive gives none; exported types are no endpoints.
 */
export function findNakedActions(fileName: string, source: string): NakedAction[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  if (!isServerFile(file)) return [];
  const makers = importedMakers(file);
  return file.statements.flatMap((statement) => nakedExports(statement, makers, file));
}

function isServerFile(file: ts.SourceFile): boolean {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false;
    if (statement.expression.text === "use server") return true;
  }
  return false;
}

/** Local names of the guards; a function of the same name from elsewhere does not count. */
function importedMakers(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    if (statement.moduleSpecifier.text !== MAKERS_MODULE) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) {
      if (MAKERS.has((propertyName ?? name).text)) names.add(name.text);
    }
  }
  return names;
}

function nakedExports(statement: ts.Statement, makers: ReadonlySet<string>, file: ts.SourceFile): NakedAction[] {
  const at = (name: string, node: ts.Node): NakedAction => ({
    name,
    line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
  });
  if (ts.isExportAssignment(statement)) return [at("default", statement)];
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? [] : [at("re-export", statement)];
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return [];
  if (!isExported(statement)) return [];
  if (!ts.isVariableStatement(statement)) return [at(nameOf(statement), statement)];
  return statement.declarationList.declarations
    .filter(({ initializer }) => !isMade(initializer, makers))
    .map((declaration) => at(declaration.name.getText(file), declaration));
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function nameOf(statement: ts.Statement): string {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text ?? "default";
  return "export";
}

function isMade(initializer: ts.Expression | undefined, makers: ReadonlySet<string>): boolean {
  return (
    initializer !== undefined &&
    ts.isCallExpression(initializer) &&
    ts.isIdentifier(initializer.expression) &&
    makers.has(initializer.expression.text)
  );
}
