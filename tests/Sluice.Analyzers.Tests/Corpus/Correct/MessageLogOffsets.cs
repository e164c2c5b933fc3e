using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Sluice;

namespace Corpus.MessageLogOffsets;

/// <summary>How far each partition was read; text of the form <c>0:17,1:4</c>.</summary>
public sealed record Offsets(ImmutableSortedDictionary<int, long> Next) : ISyncTokenCodec<Offsets>
{
    public static Offsets None { get; } = new(ImmutableSortedDictionary<int, long>.Empty);

    public Offsets With(int partition, long offset) => new(Next.SetItem(partition, offset));

    public static string Encode(Offsets value)
        => string.Join(',', value.Next.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}:{pair.Value}")));

    public static Offsets Decode(string text)
    {
        var offsets = None;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':') is not [var partition, var offset])
                throw new FormatException("Offsets read partition:offset, separated by commas.");
            offsets = offsets.With(int.Parse(partition, CultureInfo.InvariantCulture), long.Parse(offset, CultureInfo.InvariantCulture));
        }

        return offsets;
    }
}

public sealed record Message(int Partition, long Offset, string Key, ReadOnlyMemory<byte> Value);

public interface ILogReader
{
    ValueTask<IReadOnlyDictionary<int, long>> EndsAsync(string topic, CancellationToken cancellation);

    IAsyncEnumerable<Message> ReadAsync(string topic, IReadOnlyDictionary<int, long> from, IReadOnlyDictionary<int, long> to, CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Key, [Name] string Login);

public sealed record PersonMessage(string Login);

[ConnectorConfiguration]
public sealed partial class LogConfiguration
{
    public string Topic { get; set; } = "people";
}

[Connector("corpus-message-log")]
public sealed partial class LogConnector(ILogReader reader, LogConfiguration configuration)
{
    [LatestSyncToken<Person>]
    public async ValueTask<Offsets?> LatestAsync(CancellationToken cancellation)
    {
        var ends = await reader.EndsAsync(configuration.Topic, cancellation);
        return new Offsets(ends.ToImmutableSortedDictionary());
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent<Person>> SyncAsync(Offsets? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var offsets = after ?? Offsets.None;
        var ends = await reader.EndsAsync(configuration.Topic, cancellation);
        await foreach (var message in reader.ReadAsync(configuration.Topic, offsets.Next, ends, cancellation))
        {
            offsets = offsets.With(message.Partition, message.Offset + 1);
            var token = SyncToken.From(offsets);
            if (message.Key.Length == 0)
                yield return SyncEvent.Checkpoint(token);
            else if (message.Value.IsEmpty)
                yield return SyncDelta.Delete<Person>(token, message.Key);
            else
                yield return SyncDelta.CreateOrUpdate(token, new Person(message.Key, Parse(message).Login));
        }
    }

    private static PersonMessage Parse(Message message)
        => JsonSerializer.Deserialize<PersonMessage>(message.Value.Span) ?? throw new ConnectorException($"The message of '{message.Key}' is no person.") { Uid = message.Key };
}
