namespace Sluice.Generators.Parsing;

/// <summary>The names of what findings tell code fixes, so that no fix has to find it out again.</summary>
internal static class FindingFacts
{
    /// <summary>The annotation that is missing: <c>Uid</c>.</summary>
    public const string Mark = nameof(Mark);

    /// <summary>The member that the annotation belongs on.</summary>
    public const string Member = nameof(Member);

    /// <summary>The operation that is missing: <c>LatestSyncToken</c>.</summary>
    public const string Operation = nameof(Operation);

    /// <summary>The annotated type as code; null for untyped operations.</summary>
    public const string Target = nameof(Target);

    /// <summary>The object class name of untyped operations.</summary>
    public const string ObjectClass = nameof(ObjectClass);

    /// <summary>What the operation is about, as part of a method's name.</summary>
    public const string Subject = nameof(Subject);

    /// <summary>The connector's token type as code.</summary>
    public const string Token = nameof(Token);

    /// <summary>Whether the token is a <c>value</c> or a <c>reference</c>.</summary>
    public const string TokenKind = nameof(TokenKind);

    /// <summary>Whether the method that is there is <c>asynchronous</c> or <c>synchronous</c>.</summary>
    public const string Pace = nameof(Pace);

    /// <summary>The nearest documented shape, as a method's head.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>What to change: the <c>answer</c> and, where needed, the parameters, or the <c>parameters</c> alone.</summary>
    public const string Changes = nameof(Changes);
}
