using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>What the code fix of SLC201 needs to know: which token to report where one is missing.</summary>
internal static class MissingTokenResultFacts
{
    /// <summary>The expression that another place of the sync reports, where it can be read here too.</summary>
    public const string Token = nameof(Token);

    /// <summary>The sync's token parameter, where nothing was delivered: the position is still the one that came in.</summary>
    public const string Input = nameof(Input);

    /// <summary>The name of the handler.</summary>
    public const string Handler = nameof(Handler);

    public static ImmutableDictionary<string, string?> Of(FlowFacts facts, SyntaxToken end, bool nothingDelivered)
    {
        var none = ImmutableDictionary<string, string?>.Empty.Add(Handler, facts.Handler.Name);
        if (!facts.Symbols.IsTokenHandler(facts.Handler.Type))
            return none;
        foreach (var result in facts.Results.Values)
        {
            if (result.Call is { Instance: IParameterReferenceOperation, Arguments: [var argument] } && IsReadable(argument.Value, facts, end))
                return none.Add(Token, argument.Syntax.ToString());
        }

        var input = facts.Method.Parameters.FirstOrDefault(static parameter => parameter.Type.NullableAnnotation == NullableAnnotation.Annotated && IsTokenType(parameter.Type));
        return nothingDelivered && input is not null ? none.Add(Input, input.Name) : none;
    }

    private static bool IsTokenType(ITypeSymbol type)
        => type.Name is "SyncToken" or "Nullable" || type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol;

    // Parameters, fields, and locals of the outermost block that have a value from the start and are declared before.
    private static bool IsReadable(IOperation token, FlowFacts facts, SyntaxToken end)
        => token.DescendantsAndSelf().All(part => part switch
        {
            ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var reference] } => reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null, Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax { Parent: BaseMethodDeclarationSyntax } } } declarator && declarator.SpanStart < end.SpanStart,
            IParameterReferenceOperation parameter => facts.Method.Parameters.Contains(parameter.Parameter, SymbolEqualityComparer.Default),
            IFieldReferenceOperation or IInstanceReferenceOperation or IConversionOperation or ILiteralOperation or IMemberReferenceOperation => true,
            _ => false,
        });
}
