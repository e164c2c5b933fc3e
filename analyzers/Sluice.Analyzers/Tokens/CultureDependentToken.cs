using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Tokens;

/// <summary>
/// SLC213: a token is written or read in the words of the machine's culture, or without its fractions. Whole numbers, guids and texts
/// read the same everywhere.
/// </summary>
internal sealed class CultureDependentToken : IConnectorRule
{
    /// <summary>What the value is: <c>time</c> or <c>number</c>.</summary>
    public const string Of = nameof(Of);

    public static readonly DiagnosticDescriptor CultureRule = LawRule.Create(
        SyncLawIds.Slc213InvariantToken,
        DiagnosticSeverity.Warning,
        "'{0}' depends on the culture of the machine, so a token may be read back as another position; use {1}");

    public static readonly DiagnosticDescriptor PrecisionRule = LawRule.Create(
        SyncLawIds.Slc213InvariantToken,
        DiagnosticSeverity.Warning,
        "'{0}' drops the fractions of a second, so changes within one second are lost or repeated; use the format \"O\"");

    private static readonly ImmutableHashSet<string> InvariantFormats = ["o", "O", "r", "R", "s", "u"];

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        var written = facts.Tokens.Select(static token => token.Value).ToList();
        if (ConnectorSymbols.IsCodec(facts.Type))
        {
            written.AddRange(CodecMethod(facts.Type, "Encode").SelectMany(facts.Values.ReturnsOf));
            var decoders = CodecMethod(facts.Type, "Decode").ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var (call, _) in facts.Values.All<IInvocationOperation>().Where(found => decoders.Contains(found.Method)))
            {
                if (Parsed(call) is { } found)
                    yield return found;
            }
        }

        foreach (var operation in written.SelectMany(facts.Values.Reach))
        {
            foreach (var found in Formatted(operation))
                yield return found;
        }

        foreach (var (call, _) in facts.Values.All<IInvocationOperation>())
        {
            if (call.Arguments is [var text, ..] && Parsed(call) is { } found && facts.Values.Reach(text.Value).Any(facts.Symbols.IsInput))
                yield return found;
        }
    }

    private static IEnumerable<IMethodSymbol> CodecMethod(INamedTypeSymbol type, string name)
        => type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsStatic && (string.Equals(method.Name, name, StringComparison.Ordinal) || method.Name.EndsWith("." + name, StringComparison.Ordinal)));

    private static Diagnostic? Parsed(IInvocationOperation call)
    {
        var type = call.TargetMethod switch
        {
            { IsStatic: true, Name: "Parse" or "TryParse", ContainingType: var own } => own,
            { IsStatic: true, Name: "ToDouble" or "ToSingle" or "ToDecimal" or "ToDateTime", ContainingType.Name: "Convert", ReturnType: var result } => result,
            _ => null,
        };
        return type is not null && KindOf(type) is { } kind && call.Arguments is [{ Value.Type.SpecialType: SpecialType.System_String }, ..] && !HasProvider(call)
            ? Culture(call.Syntax, kind, "CultureInfo.InvariantCulture")
            : null;
    }

    private static IEnumerable<Diagnostic> Formatted(IOperation operation)
    {
        if (operation is IInvocationOperation { TargetMethod.Name: "ToString" } call && (call.Instance ?? (call.Arguments is [{ Value: var converted }, ..] ? converted : null)) is { Type: { } type } && KindOf(type) is { } kind)
        {
            var format = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;
            var isKnown = format is null || format.ConstantValue.HasValue;
            return Judge(call.Syntax, kind, isKnown, format?.ConstantValue.Value as string, HasProvider(call)) is { } found ? [found] : [];
        }

        return operation is IInterpolatedStringOperation or IInterpolatedStringAdditionOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } or ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String }
            || (operation is IInvocationOperation composed && TextParts.IsFormat(composed.TargetMethod))
            ? TextParts.Of(operation).Select(part => Spliced(part, operation)).OfType<Diagnostic>()
            : [];
    }

    private static Diagnostic? Spliced(IOperation part, IOperation text)
    {
        while (part is IConversionOperation { OperatorMethod: null } conversion)
            part = conversion.Operand;
        if (part.Type is not { } type || KindOf(type) is not { } kind)
            return null;
        var hole = part.Syntax.FirstAncestorOrSelf<InterpolationSyntax>();
        return Judge(hole ?? part.Syntax, kind, isKnown: true, hole?.FormatClause?.FormatStringToken.ValueText, IsInvariant(text));
    }

    // `string.Create(CultureInfo.InvariantCulture, $"...")` and `FormattableString.Invariant($"...")`.
    private static bool IsInvariant(IOperation text)
    {
        for (var around = text; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation call)
                return TextParts.IsFormat(call.TargetMethod) && (call.TargetMethod.Name is "Invariant" || HasProvider(call));
            if (around is IBlockOperation or IExpressionStatementOperation)
                return false;
        }

        return false;
    }

    private static Diagnostic? Judge(SyntaxNode place, string kind, bool isKnown, string? format, bool hasProvider)
    {
        var isTime = kind is "time" or "day";
        if (!isKnown && (hasProvider || isTime))
            return null;
        format = format is { Length: 0 } ? null : format;
        if (!hasProvider && !(isTime && format is not null && InvariantFormats.Contains(format)))
            return Culture(place, kind, isTime ? "the format \"O\" and CultureInfo.InvariantCulture" : "CultureInfo.InvariantCulture");
        return kind is "time" && IsLossy(format) ? Diagnostic.Create(PrecisionRule, place.GetLocation(), Facts(kind), place) : null;
    }

    private static Diagnostic Culture(SyntaxNode place, string kind, string remedy) => Diagnostic.Create(CultureRule, place.GetLocation(), Facts(kind), place, remedy);

    private static ImmutableDictionary<string, string?> Facts(string kind) => ImmutableDictionary<string, string?>.Empty.Add(Of, kind is "number" ? kind : "time");

    // Directories know seconds only, and write them without separators; a day is a day.
    private static bool IsLossy(string? format)
        => format is null || format is not ("o" or "O") && (format.Length == 1 || (format.Contains("ss") && !format.Contains('f') && !format.Contains('F') && format.IndexOfAny(['-', ':', '/', 'T']) >= 0));

    private static bool HasProvider(IInvocationOperation call)
        => call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name is "IFormatProvider" or "CultureInfo") is { ArgumentKind: ArgumentKind.Explicit, Value: var provider }
            && !provider.DescendantsAndSelf().Any(static part => part is { ConstantValue: { HasValue: true, Value: null } } or IPropertyReferenceOperation { Property.Name: "CurrentCulture" or "CurrentUICulture" });

    private static string? KindOf(ITypeSymbol type)
    {
        var value = type.NullableValue ?? type;
        return value switch
        {
            { SpecialType: SpecialType.System_DateTime } => "time",
            { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal } => "number",
            _ when value.IsNamed("System", "DateTimeOffset") => "time",
            _ when value.IsNamed("System", "DateOnly") || value.IsNamed("System", "TimeOnly") => "day",
            _ => null,
        };
    }
}
