using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>
/// Converts <see cref="ObjectClass"/>, <see cref="Uid"/>, <see cref="Name"/>, <see cref="GuardedString"/>, <see cref="ConnectorObject"/>,
/// <see cref="ConnectorSchema"/>, <see cref="Filter"/>, <see cref="ObjectPatch"/>, <see cref="SyncToken"/>, <see cref="SyncPosition"/> and
/// <see cref="SyncDelta"/> to JSON and back; see <see cref="ConnectorJson"/>.
/// </summary>
public sealed class ConnectorJsonConverter : JsonConverterFactory
{
    private readonly Dictionary<Type, JsonConverter> _converters;

    /// <summary>Makes a converter that refuses secrets.</summary>
    public ConnectorJsonConverter()
        : this(null)
    {
    }

    /// <summary>Makes a converter.</summary>
    /// <param name="protector">What protects secrets; null refuses them.</param>
    public ConnectorJsonConverter(ISecretProtector? protector)
    {
        var values = new ValueJson(protector);
        var objects = new ObjectJson(values);
        var filters = new FilterJson(values);
        var patches = new PatchJson(values);
        _converters = new()
        {
            [typeof(ObjectClass)] = new Adapter<ObjectClass>((writer, value) => ValueJson.WriteText(writer, value.Name), element => ObjectClass.Of(values.ReadText(element))),
            [typeof(Uid)] = new Adapter<Uid>((writer, value) => ValueJson.WriteText(writer, value.Value), element => new Uid(values.ReadText(element))),
            [typeof(Name)] = new Adapter<Name>((writer, value) => ValueJson.WriteText(writer, value.Value), element => new Name(values.ReadText(element))),
            [typeof(GuardedString)] = new Adapter<GuardedString>(values.Write, values.ReadSecret),
            [typeof(ConnectorObject)] = new Adapter<ConnectorObject>(objects.Write, objects.Read),
            [typeof(ConnectorSchema)] = new Adapter<ConnectorSchema>(SchemaJson.Write, SchemaJson.Read),
            [typeof(Filter)] = new Adapter<Filter>(filters.Write, filters.Read),
            [typeof(ObjectPatch)] = new Adapter<ObjectPatch>(patches.Write, patches.Read),
            [typeof(SyncToken)] = new Adapter<SyncToken>(ObjectJson.WriteToken, objects.ReadToken),
            [typeof(SyncPosition)] = new Adapter<SyncPosition>(
                (writer, value) => ValueJson.WriteText(writer, value.ToString()), element => SyncPosition.Parse(values.ReadText(element))),
            [typeof(SyncDelta)] = new Adapter<SyncDelta>(objects.WriteDelta, objects.ReadDelta),
        };
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => _converters.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _converters.GetValueOrDefault(typeToConvert);

    /// <summary>Turns whatever is wrong with the text into the one exception that readers of JSON expect.</summary>
    private sealed class Adapter<T>(Action<Utf8JsonWriter, T> write, Func<JsonElement, T> read) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            try
            {
                return read(element);
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidOperationException)
            {
                throw new JsonException($"Not a {typeof(T).Name}: {exception.Message}", exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
