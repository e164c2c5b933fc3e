using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Values;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC216: a query that leaves the rest of equal timestamps behind, or that says nothing about the order. Advice: what the columns hold is not known.</summary>
internal sealed class TiesAtBoundary : IConnectorRule
{
    public static readonly DiagnosticDescriptor TieRule = LawRule.Create(
        SyncLawIds.Slc216EqualTokensAtBoundary,
        DiagnosticSeverity.Info,
        "'{0}' reads what is after '{1}' and orders by that time alone: changes of one instant that are not delivered together are lost; add a second, unique column to the condition and the order");

    public static readonly DiagnosticDescriptor OrderRule = LawRule.Create(
        SyncLawIds.Slc216EqualTokensAtBoundary,
        DiagnosticSeverity.Info,
        "'{0}' reads what is after '{1}' in no order, so a run that stops has skipped some of it; order by the columns of the token");

    private const int AtLeastOnce = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Regex Condition = new(@"(?<column>[\w\.""\[\]`]+)\s*(?<![<=\-])>(?![=>])\s*(?<parameter>[@:$]\w+|\?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience);

    private static readonly Regex Order = new(@"\border\s+by\s+(?<columns>[^;)]*?)\s*(\b(limit|offset|fetch|for)\b|;|\)|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, Patience);

    private static readonly Regex NotARead = new(@"\b(count|max|min|sum)\s*\(|\b(top|limit)\s*\(?\s*1\b|\bexists\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    private static readonly Regex Time = new(@"time|date|stamp|changed|modified|updated|_at$|(?-i:[a-z]At$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    private static readonly Regex Position = new("after|since|token|cursor|watermark|position|last|from", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        var isOverlapping = facts.Type.GetMembers().SelectMany(static member => member.GetAttributes()).Any(IsAtLeastOnce);
        foreach (var (operation, method) in facts.Values.Operations)
        {
            if (!facts.IsReached(method) || facts.Symbols.IsLatestToken(method) || SqlText.Of(operation, facts) is not { } sql || IsNotARead(sql))
                continue;
            var condition = Condition.Matches(sql).Cast<Match>().FirstOrDefault(match => Position.IsMatch(match.Groups["parameter"].Value));
            if (condition is null)
                continue;
            var column = NameOf(condition.Groups["column"].Value);
            if (Order.Matches(sql) is not { Count: > 0 } orders)
                yield return Diagnostic.Create(OrderRule, operation.Syntax.GetLocation(), method.Name, column);
            else if (!isOverlapping && Time.IsMatch(column) && orders.Cast<Match>().Any(order => IsBy(order.Groups["columns"].Value, column)))
                yield return Diagnostic.Create(TieRule, operation.Syntax.GetLocation(), method.Name, column);
        }
    }

    private static bool IsNotARead(string sql) => sql.IndexOf("select", StringComparison.OrdinalIgnoreCase) is var select && (select < 0 || sql.IndexOf("from", select, StringComparison.OrdinalIgnoreCase) < 0) || NotARead.IsMatch(sql);

    private static bool IsBy(string columns, string column)
        => columns.IndexOf(',') < 0 && string.Equals(NameOf(columns.Split([' '], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? ""), column, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string column) => column.Split('.').Last().Trim('"', '[', ']', '`');

    private static bool IsAtLeastOnce(AttributeData attribute) => OperationDeclaration.KindOf(attribute.AttributeClass) == ConnectorOperation.Sync
        && (attribute.NamedArguments.Any(static argument => argument is { Key: "Granularity", Value.Value: AtLeastOnce })
            || attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum, Value: AtLeastOnce }]);
}
