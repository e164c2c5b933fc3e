using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC316: the value of a token or of a filter is a part of a query's text.</summary>
internal sealed class SplicedQuery : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc316ParametersNotText,
        DiagnosticSeverity.Warning,
        "'{0}' becomes a part of the query's text, and a value with a quote in it breaks or changes the query; {1}");

    private enum Language
    {
        Sql,
        Ldap,
    }

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        foreach (var (operation, _) in facts.Values.Operations)
        {
            foreach (var (text, language) in Queries(operation))
            {
                foreach (var part in facts.Values.Reach(text).Where(IsComposed).SelectMany(TextParts.Of))
                {
                    if (facts.Values.Reach(part).FirstOrDefault(source => IsGiven(source, facts)) is { } given && (language == Language.Sql || IsText(given)) && !facts.Values.Reach(part).Any(IsComposed))
                        yield return Diagnostic.Create(Rule, part.Syntax.GetLocation(), [text.Syntax.GetLocation()], part.Syntax, language == Language.Sql ? "give it to the command as a parameter" : "escape it for the filter");
                }
            }
        }
    }

    private static IEnumerable<(IOperation Text, Language Language)> Queries(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "CommandText", ContainingType: { } command } }, Value: var text } when IsCommand(command):
                yield return (text, Language.Sql);
                break;
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Filter", ContainingType: { } search } }, Value: var text } when IsSearch(search):
                yield return (text, Language.Ldap);
                break;
            case IObjectCreationOperation { Type: { } created, Arguments: var arguments }:
                foreach (var argument in arguments.Where(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String))
                {
                    if (IsCommand(created))
                        yield return (argument.Value, Language.Sql);
                    else if (IsSearch(created) && argument.Parameter!.Name is "ldapFilter" or "filter")
                        yield return (argument.Value, Language.Ldap);
                }

                break;
            case IInvocationOperation { TargetMethod: var method, Arguments: var arguments } when !method.DeclaringSyntaxReferences.Any() || method.IsExtensionMethod:
                foreach (var argument in arguments.Where(static argument => argument.Parameter is { Name: "sql" or "commandText", Type.SpecialType: SpecialType.System_String }))
                    yield return (argument.Value, Language.Sql);
                break;
        }
    }

    private static bool IsComposed(IOperation operation)
        => operation is IInterpolatedStringOperation or IInterpolatedStringAdditionOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } or ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String }
            || (operation is IInvocationOperation call && TextParts.IsFormat(call.TargetMethod));

    private static bool IsGiven(IOperation source, ConnectorFacts facts)
        => facts.Symbols.IsInput(source)
            || source is IPropertyReferenceOperation { Property: { Name: "Value" or "Text" or "Values", ContainingType: { } type } } && type.BasesAndSelf.Any(static level => level.IsNamed("Sluice", "AttributeFilter"));

    private static bool IsText(IOperation given) => (given.Type?.NullableValue ?? given.Type) is { } type && (type.SpecialType is SpecialType.System_String or SpecialType.System_Object || type.IsNamed("Sluice", "SyncToken"));

    private static bool IsCommand(ITypeSymbol type) => type.IsNamed("System.Data", "IDbCommand") || type.AllInterfaces.Any(static face => face.IsNamed("System.Data", "IDbCommand"));

    private static bool IsSearch(ITypeSymbol type) => type.IsNamed("System.DirectoryServices.Protocols", "SearchRequest") || type.IsNamed("System.DirectoryServices", "DirectorySearcher");
}
