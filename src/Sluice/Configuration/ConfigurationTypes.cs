using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sluice.Runtime;

/// <summary>The types a configuration property may have. Texts are read the same way under every culture.</summary>
public static class ConfigurationTypes
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private delegate bool ItemReader<T>(object source, [MaybeNullWhen(false)] out T value);

    /// <summary>Text.</summary>
    public static ConfigurationType<string> String { get; } = Of("text", "", (object source, [MaybeNullWhen(false)] out string value) =>
    {
        value = source as string;
        return value is not null;
    });

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ConfigurationType<bool> Boolean { get; } = Of("true or false", false, (object source, out bool value) =>
    {
        value = source is true;
        return source is bool || (source is string text && bool.TryParse(text, out value));
    });

    /// <summary>A 32-bit whole number.</summary>
    public static ConfigurationType<int> Int32 { get; } =
        Of("a whole number from -2147483648 to 2147483647", 0, (object source, out int value) =>
    {
        var fits = TryReadInt64(source, out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)number : 0;
        return fits;
    });

    /// <summary>A 64-bit whole number.</summary>
    public static ConfigurationType<long> Int64 { get; } = Of<long>("a whole number of at most 64 bits", 0, TryReadInt64);

    /// <summary>A finite number.</summary>
    public static ConfigurationType<double> Double { get; } = Of("a number such as 1.5", 0d, (object source, out double value) =>
    {
        switch (source)
        {
            case double or float or decimal:
                value = Convert.ToDouble(source, CultureInfo.InvariantCulture);
                break;
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value):
                break;
            default:
                var isWhole = TryReadInt64(source, out var number);
                value = number;
                return isWhole;
        }

        return double.IsFinite(value);
    });

    /// <summary>An exact decimal number.</summary>
    public static ConfigurationType<decimal> Decimal { get; } = Of("a number such as 1.5", 0m, (object source, out decimal value) =>
    {
        switch (source)
        {
            case decimal number:
                value = number;
                return true;
            // Without thousands: "1,5" must not become 15.
            case string text:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
            default:
                var isWhole = TryReadInt64(source, out var whole);
                value = whole;
                return isWhole;
        }
    });

    /// <summary>A GUID.</summary>
    public static ConfigurationType<Guid> Guid { get; } = Of("a GUID", default(Guid), (object source, out Guid value) =>
    {
        value = source as Guid? ?? default;
        return source is Guid || (source is string text && System.Guid.TryParse(text, out value));
    });

    /// <summary>An absolute URI.</summary>
    public static ConfigurationType<Uri> Uri { get; } =
        Of("an absolute URI", new Uri("about:blank"), (object source, [MaybeNullWhen(false)] out Uri value) =>
    {
        value = source as Uri;
        return value is { IsAbsoluteUri: true } || (source is string text && System.Uri.TryCreate(text, UriKind.Absolute, out value));
    });

    /// <summary>A duration. A bare number is refused: it would count as days.</summary>
    public static ConfigurationType<TimeSpan> TimeSpan { get; } =
        Of("a duration such as 00:00:30 or 1.12:00:00", default(TimeSpan), (object source, out TimeSpan value) =>
    {
        value = source as TimeSpan? ?? default;
        return source is TimeSpan
            || (source is string text
                && text.Contains(':', StringComparison.Ordinal)
                && System.TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));
    });

    /// <summary>A point in time, in ISO 8601; UTC if no offset is given.</summary>
    public static ConfigurationType<DateTimeOffset> DateTimeOffset { get; } =
        Of("a date and time such as 2024-05-31T18:00:00+02:00", default(DateTimeOffset), (object source, out DateTimeOffset value) =>
    {
        value = source as DateTimeOffset? ?? default;
        return source is DateTimeOffset
            || (source is string text
                && System.DateTimeOffset.TryParseExact(text.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value));
    });

    /// <summary>A secret. A <see cref="Sluice.GuardedString"/> is copied, so that the giver may dispose its own.</summary>
    public static ConfigurationType<GuardedString> GuardedString { get; } =
        Of("a secret text", Sluice.GuardedString.FromString(""), (object source, [MaybeNullWhen(false)] out GuardedString value) =>
    {
        value = source switch
        {
            GuardedString secret => secret.Copy(),
            string text => Sluice.GuardedString.FromString(text),
            _ => null,
        };
        return value is not null;
    });

    /// <summary>A member of an enum by its name; of flags, names separated by commas. Numbers are refused.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public static ConfigurationType<TEnum> Enum<TEnum>()
        where TEnum : struct, Enum
        => Of($"one of {string.Join(", ", System.Enum.GetNames<TEnum>())}", default(TEnum), (object source, out TEnum value) =>
        {
            value = source as TEnum? ?? default;
            if (source is TEnum)
                return true;
            // A number would pass the parser, defined or not.
            return source is string text
                && text.Split(',').All(part => part.Trim() is [var first, ..] && !char.IsAsciiDigit(first) && first is not ('-' or '+'))
                && (System.Enum.TryParse(text, out value) || System.Enum.TryParse(text, ignoreCase: true, out value));
        });

    /// <summary>A list of values as an array; one value alone is a list of one, an empty text an empty list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="item">How an item is read.</param>
    public static ConfigurationType<T[]> ArrayOf<T>(ConfigurationType<T> item)
        where T : notnull
        => new(
            $"a list, each item {item.Expected}",
            [],
            (object source, [MaybeNullWhen(false)] out T[] values, ref object culprit) => TryReadItems(item, source, out values, ref culprit));

    /// <summary>A list of values; see <see cref="ArrayOf{T}"/>.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="item">How an item is read.</param>
    public static ConfigurationType<IReadOnlyList<T>> ListOf<T>(ConfigurationType<T> item)
        where T : notnull
        => new(
            $"a list, each item {item.Expected}",
            [],
            (object source, [MaybeNullWhen(false)] out IReadOnlyList<T> values, ref object culprit) =>
            {
                var isRead = TryReadItems(item, source, out var items, ref culprit);
                values = isRead ? Array.AsReadOnly(items!) : null;
                return isRead;
            });

    private static ConfigurationType<T> Of<T>(string expected, T placeholder, ItemReader<T> read)
        where T : notnull
        => new(expected, placeholder, (object source, [MaybeNullWhen(false)] out T value, ref object _) => read(source, out value));

    private static bool TryReadInt64(object source, out long value)
    {
        switch (source)
        {
            case long or int or short or sbyte or byte or ushort or uint:
                value = Convert.ToInt64(source, CultureInfo.InvariantCulture);
                return true;
            case string text:
                return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
            default:
                value = 0;
                return false;
        }
    }

    private static bool TryReadItems<T>(ConfigurationType<T> item, object source, [MaybeNullWhen(false)] out T[] values, ref object culprit)
        where T : notnull
    {
        values = null;
        var items = source switch
        {
            "" => Array.Empty<object>(),
            IEnumerable list and not string => list,
            _ => new[] { source },
        };
        var read = new List<T>();
        foreach (var element in items)
        {
            if (element is null || !item.TryRead(element, out var value, out culprit))
            {
                culprit = element ?? "null";
                return false;
            }

            read.Add(value);
        }

        values = [.. read];
        return true;
    }
}
