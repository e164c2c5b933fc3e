using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Sluice.Tests.Configuration;

/// <summary>Ways to a configuration and back.</summary>
internal static class Bound
{
    /// <summary>Binds a file's keys and texts.</summary>
    public static T Section<T>(params (string Key, string? Text)[] values)
        where T : class, IConnectorConfiguration<T>
        => T.FromConfiguration(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => pair.Text, StringComparer.Ordinal)).Build());

    /// <summary>Binds a bag.</summary>
    public static T Bag<T>(params (string Name, object? Value)[] values)
        where T : class, IConnectorConfiguration<T>
        => T.FromProperties(values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));

    /// <summary>What is wrong, as text.</summary>
    public static string[] Errors(Func<object> bind) => Assert.Throws<ConfigurationException>(() => bind())!.Errors.Select(error => error.ToString()).ToArray();

    /// <summary>The errors of a configuration made by hand.</summary>
    public static string[] Validate<T>(T configuration)
        where T : class, IConnectorConfiguration<T>
        => [.. configuration.Validate().Select(error => error.ToString())];

    /// <summary>Any value in a form to compare.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        GuardedString secret => secret.Access(text => $"secret {text}"),
        string text => text,
        System.Collections.IEnumerable items => $"[{string.Join(" ", items.Cast<object>().Select(Show))}]",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
