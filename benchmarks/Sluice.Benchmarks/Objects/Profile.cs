namespace Sluice.Benchmarks;

/// <summary>A wide object: a uid, a name and 38 string attributes.</summary>
[ObjectClass("profile")]
public sealed partial record Profile(
    [Uid] string Id,
    [Name] string Login,
    string? A03, string? A04, string? A05, string? A06, string? A07, string? A08,
    string? A09, string? A10, string? A11, string? A12, string? A13, string? A14,
    string? A15, string? A16, string? A17, string? A18, string? A19, string? A20,
    string? A21, string? A22, string? A23, string? A24, string? A25, string? A26,
    string? A27, string? A28, string? A29, string? A30, string? A31, string? A32,
    string? A33, string? A34, string? A35, string? A36, string? A37, string? A38,
    string? A39, string? A40)
{
    public static Profile Number(int number)
    {
        return new(
            $"p{number}", $"login{number}",
            Value(3), Value(4), Value(5), Value(6), Value(7), Value(8),
            Value(9), Value(10), Value(11), Value(12), Value(13), Value(14),
            Value(15), Value(16), Value(17), Value(18), Value(19), Value(20),
            Value(21), Value(22), Value(23), Value(24), Value(25), Value(26),
            Value(27), Value(28), Value(29), Value(30), Value(31), Value(32),
            Value(33), Value(34), Value(35), Value(36), Value(37), Value(38),
            Value(39), Value(40));

        string Value(int attribute) => $"value {attribute} of {number}";
    }
}
