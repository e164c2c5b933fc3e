using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Sluice.Runtime;

/// <summary>
/// Gives generated code the values of a configuration, one property at a time, and keeps what is wrong with them until the end,
/// so that all of it can be told at once.
/// </summary>
/// <typeparam name="TConfiguration">The configuration class.</typeparam>
public sealed class ConfigurationBinder<TConfiguration>
    where TConfiguration : class, IConnectorConfiguration<TConfiguration>
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ConfigurationError> _errors = [];
    private readonly string _where = "";

    /// <summary>Binds a section; its other keys are left alone.</summary>
    /// <param name="section">The section whose keys are the property names.</param>
    public ConfigurationBinder(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section is IConfigurationSection { Path: var path })
            _where = $" (section '{path}')";
        foreach (var property in TConfiguration.Properties)
        {
            if (ValueOf(section.GetSection(property.Name)) is { } value)
                _values[property.Name] = value;
        }
    }

    /// <summary>Binds a bag of values; an unknown name is an error.</summary>
    /// <param name="properties">Values by property name.</param>
    public ConfigurationBinder(IReadOnlyDictionary<string, object?> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var known = TConfiguration.Properties.Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Sorted, because a dictionary has no order and messages should.
        foreach (var (name, value) in properties.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(name))
                _errors.Add(new(name, $"There is no such property; there are {string.Join(", ", TConfiguration.Properties)}."));
            else if (!_values.TryAdd(name, value))
                _errors.Add(new(name, "Given more than once, in different case."));
        }
    }

    /// <summary>A property that keeps its default when no value is given, and is never null.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="type">How the value is read.</param>
    /// <param name="otherwise">The default.</param>
    public T Value<T>(string name, ConfigurationType<T> type, T otherwise)
        where T : notnull
        => _values.TryGetValue(name, out var source) ? Read(name, type, source, otherwise) : otherwise;

    /// <summary>A property that must be given.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="type">How the value is read.</param>
    public T Required<T>(string name, ConfigurationType<T> type)
        where T : notnull
    {
        if (_values.TryGetValue(name, out var source))
            return Read(name, type, source, type.Placeholder);
        _errors.Add(new(name, $"Is required: give {type.Expected}."));
        return type.Placeholder;
    }

    /// <summary>A property that keeps its default when no value is given, and may be null.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="type">How the value is read.</param>
    /// <param name="otherwise">The default.</param>
    public T? Optional<T>(string name, ConfigurationType<T> type, T? otherwise)
        where T : class
    {
        if (!_values.TryGetValue(name, out var source))
            return otherwise;
        return IsNull(type, source) ? null : Read(name, type, source, type.Placeholder);
    }

    /// <inheritdoc cref="Optional{T}(string, ConfigurationType{T}, T)"/>
    public T? Optional<T>(string name, ConfigurationType<T> type, T? otherwise)
        where T : struct
    {
        if (!_values.TryGetValue(name, out var source))
            return otherwise;
        return IsNull(type, source) ? null : Read(name, type, source, type.Placeholder);
    }

    /// <summary>Validates what was bound.</summary>
    /// <param name="configuration">The configuration made of the values.</param>
    /// <exception cref="ConfigurationException">Something is wrong with the values.</exception>
    public TConfiguration Finish(TConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var validation = new ConfigurationValidation(_errors);
        configuration.Check(validation);
        return validation.Errors.Count == 0 ? configuration : throw new ConfigurationException(typeof(TConfiguration).Name + _where, validation.Errors);
    }

    private static object? ValueOf(IConfigurationSection section)
    {
        if (section.Value is { } text)
            return text;
        var items = section.GetChildren().Select(child => ValueOf(child) ?? "").ToArray();
        return items.Length == 0 ? null : items;
    }

    // An empty text is how a file, an environment variable or a form says "none".
    private static bool IsNull<T>(ConfigurationType<T> type, object? source)
        where T : notnull
        => source is null || (source is "" && !type.TryRead(source, out _, out _));

    private static string Show(object value) => value switch
    {
        string text => $"'{text}'",
        IEnumerable => "a list",
        IFormattable number => string.Create(CultureInfo.InvariantCulture, $"{number} ({value.GetType().Name})"),
        _ => $"a {value.GetType().Name}",
    };

    private T Read<T>(string name, ConfigurationType<T> type, object? source, T otherwise)
        where T : notnull
    {
        object culprit = "";
        if (source is not null && type.TryRead(source, out var value, out culprit))
            return value;
        var isConfidential = TConfiguration.Properties.First(property => string.Equals(property.Name, name, StringComparison.Ordinal)).Confidential;
        var found = source is null ? "null was given" : isConfidential ? "the value is confidential and not shown" : $"{Show(culprit)} was given";
        _errors.Add(new(name, $"Expected {type.Expected}; {found}."));
        return otherwise;
    }
}
