using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sluice;

/// <summary>
/// The JSON form of objects, deltas, tokens, positions, schemas, filters and patches. Equal things give equal text, and reading gives back
/// exactly what was written: a value that JSON has no type for names its own, <c>{"int64":"9007199254740993"}</c>.
/// </summary>
/// <remarks>Secrets are refused unless there is an <see cref="ISecretProtector"/>.</remarks>
public sealed class ConnectorJson
{
    /// <summary>Makes a JSON form that can hold secrets.</summary>
    /// <param name="protector">What protects them; null refuses them.</param>
    public ConnectorJson(ISecretProtector? protector)
    {
        Options = new JsonSerializerOptions { TypeInfoResolver = ConnectorJsonContext.Default };
        Options.Converters.Add(new ConnectorJsonConverter(protector));
        Options.MakeReadOnly();
    }

    /// <summary>The form that refuses secrets.</summary>
    public static ConnectorJson Default { get; } = new(null);

    /// <summary>The serializer options, for code that needs them. To combine the types with others, add a <see cref="ConnectorJsonConverter"/> to other options.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>Writes something as JSON.</summary>
    /// <typeparam name="T">One of the types that <see cref="ConnectorJsonConverter"/> lists.</typeparam>
    /// <param name="value">What to write.</param>
    /// <exception cref="JsonException">It holds a secret and there is no protector, or it cannot be written exactly.</exception>
    public string Serialize<T>(T value)
        where T : notnull => JsonSerializer.Serialize(value, TypeInfo<T>());

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <typeparam name="T">One of the types that <see cref="ConnectorJsonConverter"/> lists.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="JsonException">The text is not the JSON form of a <typeparamref name="T"/>.</exception>
    public T Deserialize<T>(string json)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, TypeInfo<T>()) ?? throw new JsonException($"null is not a {typeof(T).Name}.");
    }

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
