using System.Diagnostics.CodeAnalysis;

namespace Sluice.Runtime;

/// <summary>Turns what a host gives, a text or a value, into the value of a configuration property.</summary>
/// <typeparam name="T">The property's type.</typeparam>
public sealed class ConfigurationType<T>
    where T : notnull
{
    private readonly Reader _read;

    internal ConfigurationType(string expected, T placeholder, Reader read)
    {
        Expected = expected;
        Placeholder = placeholder;
        _read = read;
    }

    /// <summary>Reads a value; of a list that cannot be read, <paramref name="culprit"/> is the item at fault.</summary>
    internal delegate bool Reader(object source, [MaybeNullWhen(false)] out T value, ref object culprit);

    /// <summary>Stands for a value that is missing, until all errors are known. Never part of a valid configuration.</summary>
    public T Placeholder { get; }

    /// <summary>What was expected, as part of a sentence.</summary>
    internal string Expected { get; }

    internal bool TryRead(object source, [MaybeNullWhen(false)] out T value, out object culprit)
    {
        culprit = source;
        return _read(source, out value, ref culprit);
    }
}
