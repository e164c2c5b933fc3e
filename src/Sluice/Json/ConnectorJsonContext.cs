using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>The types with a JSON form, known to the serializer without reflection.</summary>
[JsonSerializable(typeof(ObjectClass))]
[JsonSerializable(typeof(Uid))]
[JsonSerializable(typeof(Name))]
[JsonSerializable(typeof(GuardedString))]
[JsonSerializable(typeof(ConnectorObject))]
[JsonSerializable(typeof(ConnectorSchema))]
[JsonSerializable(typeof(Filter))]
[JsonSerializable(typeof(ObjectPatch))]
[JsonSerializable(typeof(SyncToken))]
[JsonSerializable(typeof(SyncPosition))]
[JsonSerializable(typeof(SyncDelta))]
internal sealed partial class ConnectorJsonContext : JsonSerializerContext;
