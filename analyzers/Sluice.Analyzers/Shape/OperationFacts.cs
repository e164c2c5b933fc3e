using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Shape;

/// <summary>Tells the code fixes of SLC004, SLC005 and SLC210 what they need to know of the method that was found.</summary>
internal static class OperationFacts
{
    /// <summary>The finding, with its facts where a fix can do something about it.</summary>
    public static Finding AddTo(Finding finding, INamedTypeSymbol connector, Compilation compilation) => finding.LawId switch
    {
        SyncLawIds.Slc004SyncNeedsLatestToken => OfPartner(finding, connector),
        SyncLawIds.Slc005OperationShape or SyncLawIds.Slc210TokenValueType => OfShape(finding, connector, compilation),
        _ => finding,
    };

    private static Finding OfPartner(Finding finding, INamedTypeSymbol connector)
    {
        foreach (var declaration in At(finding, connector))
        {
            var missing = declaration.Kind == ConnectorOperation.Sync ? ConnectorOperation.LatestSyncToken : ConnectorOperation.Sync;
            if (declaration.Kind is not (ConnectorOperation.Sync or ConnectorOperation.LatestSyncToken) || !Same($"[{declaration.Kind}]", finding.Arguments[1]))
                continue;
            var isTyped = declaration.Target is not null;
            var objectClass = declaration.ObjectClasses.FirstOrDefault(name => Same($"[{missing}(\"{name}\")]", finding.Arguments[2]));
            if (isTyped ? !Same($"[{missing}<{declaration.Target!.Name}>]", finding.Arguments[2]) : objectClass is null && declaration.ObjectClasses.Count > 0)
                continue;

            var token = TokenOf(declaration);
            return finding with
            {
                Facts = finding.Facts
                    .Add(FindingFacts.Operation, missing.ToString())
                    .Add(FindingFacts.Target, declaration.Target?.Code)
                    .Add(FindingFacts.ObjectClass, objectClass)
                    .Add(FindingFacts.Subject, declaration.Target?.Name ?? (objectClass is null ? "Object" : ConnectorNames.Pascal(objectClass)))
                    .Add(FindingFacts.Token, token?.Code ?? "long")
                    .Add(FindingFacts.TokenKind, token is { IsValueType: false } ? "reference" : "value")
                    .Add(FindingFacts.Pace, IsAsynchronous(declaration.Method) ? "asynchronous" : "synchronous"),
            };
        }

        return finding;
    }

    private static Finding OfShape(Finding finding, INamedTypeSymbol connector, Compilation compilation)
    {
        // Only what is wrong with the signature can be changed there.
        var declaration = At(finding, connector).FirstOrDefault(declaration => Same(declaration.Text, finding.Arguments[1]));
        if (declaration is not { Method: { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, IsExtern: false, ReturnsByRef: false, ReturnsByRefReadonly: false, OverriddenMethod: null } })
            return finding;
        OperationShapes.Match(declaration, compilation, out var problem);
        if (problem is null || !Same(problem, finding.Arguments[2]))
            return finding;
        var isAnswerWrong = problem.StartsWith("answers", StringComparison.Ordinal)
            || problem.IndexOf("it answers nothing", StringComparison.Ordinal) >= 0
            || problem.IndexOf("must be awaited", StringComparison.Ordinal) >= 0;
        return finding with
        {
            Facts = finding.Facts
                .Add(FindingFacts.Nearest, finding.Arguments[3])
                .Add(FindingFacts.Target, declaration.Target?.Code)
                .Add(FindingFacts.Changes, isAnswerWrong ? "answer" : "parameters"),
        };
    }

    private static IEnumerable<OperationDeclaration> At(Finding finding, INamedTypeSymbol connector)
        => OperationDeclaration.Of(connector).Where(declaration => declaration.Place == finding.Location);

    // What the two must have in common (SLC208).
    private static ITypeSymbol? TokenOf(OperationDeclaration declaration)
    {
        if (declaration.Kind == ConnectorOperation.LatestSyncToken)
            return OperationAnswer.Of(declaration.Method).Value is { } answer && TokenTypes.Find(answer) is not null ? answer.NullableValue ?? answer : null;
        var tokens = declaration.Method.Parameters.Where(parameter => TokenTypes.Find(parameter.Type) is not null).Select(parameter => parameter.Type).ToArray();
        var token = Array.Find(tokens, type => TokenTypes.Find(type)!.AllowsNull) ?? tokens.FirstOrDefault();
        return token?.NullableValue ?? token;
    }

    private static bool IsAsynchronous(IMethodSymbol method)
        => OperationAnswer.Of(method) is { IsAsync: true } or { Value.Name: "IAsyncEnumerable" };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
