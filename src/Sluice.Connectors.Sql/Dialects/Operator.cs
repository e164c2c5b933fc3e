namespace Sluice.Connectors.Sql;

/// <summary>A comparison, the same sign in every database.</summary>
internal readonly record struct Operator
{
    private readonly string _sign;

    public Operator(string sign) => _sign = sign is "=" or "<" or "<=" or ">" or ">=" ? sign : throw new ArgumentException("Not a comparison.", nameof(sign));

    public bool IsEquality => _sign is "=";

    public SqlText Sql
    {
        get
        {
            var sign = new SqlText(1, 0);
            sign.AppendLiteral(_sign);
            return sign;
        }
    }

    /// <summary>
    /// Whether texts lie on the same side of this one for .NET, which compares UTF-16, and for the database, which compares UTF-8.
    /// They disagree only where a surrogate meets a character above all surrogates.
    /// </summary>
    public static bool OrdersAlike(string text) => text.All(letter => letter < '\uD800');
}
