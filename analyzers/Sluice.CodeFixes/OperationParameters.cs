using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Brings the parameters of a method nearer to those of a shape; names, attributes and order stay the author's.</summary>
internal static class OperationParameters
{
    // What a shape shows but does not ask for.
    private static readonly string[] Optional = ["CancellationToken", "OperationOptions", "Filter", "ObjectClass"];

    /// <summary>The parameters that are there, changed, dropped and completed as little as possible.</summary>
    public static ParameterListSyntax Merge(ParameterListSyntax present, ParameterListSyntax wanted)
    {
        var pairs = Pair(present.Parameters, wanted.Parameters);
        var merged = new List<(ParameterSyntax Parameter, int Origin)>();
        for (var i = 0; i < present.Parameters.Count; i++)
        {
            var parameter = present.Parameters[i];
            if (pairs.FirstOrDefault(pair => pair.Present == parameter).Wanted is { } shape)
                merged.Add((Retype(parameter, shape), i));
            else if (parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword) || IsOptional(parameter))
                merged.Add((parameter, i));
        }

        var place = 0;
        foreach (var shape in wanted.Parameters)
        {
            if (pairs.FirstOrDefault(pair => pair.Wanted == shape).Present is { } known)
                place = merged.FindIndex(entry => entry.Origin == present.Parameters.IndexOf(known)) + 1;
            else if (!IsOptional(shape))
                merged.Insert(place++, (shape.WithoutTrivia(), Origin: -1));
        }

        return Layout(present, merged);
    }

    // What stays keeps its line, its comments and its comma; what is new is written the way the others are.
    private static ParameterListSyntax Layout(ParameterListSyntax present, List<(ParameterSyntax Parameter, int Origin)> merged)
    {
        var separators = present.Parameters.GetSeparators().ToArray();
        var lineEnd = present.OpenParenToken.TrailingTrivia.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var hasLines = lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) && merged.Count > 1;
        var comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(hasLines ? lineEnd : SyntaxFactory.Space));
        var close = present.CloseParenToken;
        var parameters = new List<ParameterSyntax>();
        var commas = new List<SyntaxToken>();
        for (var i = 0; i < merged.Count; i++)
        {
            var (parameter, origin) = merged[i];
            var own = origin >= 0 && origin < separators.Length ? separators[origin] : default(SyntaxToken?);
            if (origin < 0 && hasLines)
                parameter = parameter.WithLeadingTrivia(present.Parameters[0].GetLeadingTrivia());
            if (i < merged.Count - 1)
                commas.Add(own ?? comma);
            else if (own is { } dropped && dropped.TrailingTrivia.Any(IsComment))
                (parameter, close) = (parameter.WithTrailingTrivia(dropped.TrailingTrivia), close.WithLeadingTrivia(parameter.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)));
            parameters.Add(parameter);
        }

        var isOneLine = lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) && !hasLines && !present.OpenParenToken.TrailingTrivia.Any(IsComment) && !parameters.Exists(parameter => parameter.DescendantTrivia().Any(IsComment));
        return present
            .WithOpenParenToken(isOneLine ? present.OpenParenToken.WithTrailingTrivia() : present.OpenParenToken)
            .WithCloseParenToken(close)
            .WithParameters(SyntaxFactory.SeparatedList(isOneLine ? parameters.Select(parameter => parameter.WithoutTrivia()) : parameters, commas));
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static List<(ParameterSyntax Wanted, ParameterSyntax Present)> Pair(IReadOnlyList<ParameterSyntax> present, IReadOnlyList<ParameterSyntax> wanted)
    {
        var pairs = new List<(ParameterSyntax Wanted, ParameterSyntax Present)>();
        Match((shape, parameter) => string.Equals(TypeOf(shape), TypeOf(parameter), StringComparison.Ordinal));
        Match((shape, parameter) => IsHandler(shape) && IsHandler(parameter));
        Match((shape, parameter) => !IsOptional(shape) && string.Equals(shape.Identifier.ValueText, parameter.Identifier.ValueText, StringComparison.OrdinalIgnoreCase));
        Match((shape, parameter) => !IsOptional(shape) && !IsOptional(parameter) && parameter.Default is null);
        return pairs;

        void Match(Func<ParameterSyntax, ParameterSyntax, bool> fits)
        {
            foreach (var shape in wanted.Where(shape => !pairs.Exists(pair => pair.Wanted == shape)))
            {
                if (present.FirstOrDefault(parameter => !pairs.Exists(pair => pair.Present == parameter) && fits(shape, parameter)) is { } parameter)
                    pairs.Add((shape, parameter));
            }
        }
    }

    private static ParameterSyntax Retype(ParameterSyntax parameter, ParameterSyntax shape)
    {
        var isEnough = string.Equals(TypeOf(shape), TypeOf(parameter), StringComparison.Ordinal) && (parameter.Type is NullableTypeSyntax || shape.Type is not NullableTypeSyntax);
        var retyped = isEnough ? parameter : parameter.WithType(shape.Type!.WithTriviaFrom(parameter.Type!));
        return retyped.Modifiers.Any(SyntaxKind.RefKeyword) || retyped.Modifiers.Any(SyntaxKind.OutKeyword) ? retyped.WithModifiers(default) : retyped;
    }

    private static bool IsHandler(ParameterSyntax parameter) => NameOf(parameter).EndsWith("Handler", StringComparison.Ordinal);

    private static bool IsOptional(ParameterSyntax parameter)
        => Array.IndexOf(Optional, NameOf(parameter)) >= 0 || string.Equals(parameter.Identifier.ValueText, "pageSize", StringComparison.Ordinal);

    // The name without namespace, type arguments and question mark.
    private static string NameOf(ParameterSyntax parameter) => parameter.Type switch
    {
        NullableTypeSyntax { ElementType: NameSyntax name } => Simple(name),
        NameSyntax name => Simple(name),
        _ => "",
    };

    private static string Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static string TypeOf(ParameterSyntax parameter)
    {
        var type = parameter.Type is NullableTypeSyntax nullable ? nullable.ElementType : parameter.Type;
        var text = type is NameSyntax and not GenericNameSyntax ? Simple((NameSyntax)type) : type?.WithoutTrivia().ToString() ?? "";
        // Either handler will do.
        return text.Replace("SyncTokenResultsHandler", "SyncResultsHandler");
    }
}
