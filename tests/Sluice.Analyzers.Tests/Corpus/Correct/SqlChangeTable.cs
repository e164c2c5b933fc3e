using System.Data.Common;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.SqlChangeTable;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, string? Mail, [Enabled] bool Active);

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    [ConfigurationProperty(Order = 1, DisplayName = "Rows read at once")]
    public int PageSize { get; set; } = 500;
}

/// <summary>Triggers write what changed into a table of its own; its number is the position.</summary>
[Connector("corpus-sql-change-table")]
public sealed partial class HrConnector(DbDataSource database, HrConfiguration configuration)
{
    [TestConnection]
    public async Task TestAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "select 1 from person_change limit 1";
        await command.ExecuteScalarAsync(cancellation);
    }

    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select max(number) from person_change");
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = after ?? 0;
        while (true)
        {
            var page = await ReadPageAsync(position, cancellation);
            foreach (var (number, delta) in page)
            {
                yield return delta;
                position = number;
            }

            if (page.Count < configuration.PageSize)
                yield break;
        }
    }

    private async Task<List<(long Number, SyncDelta<Person> Delta)>> ReadPageAsync(long after, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select c.number, c.person_id, p.login, p.mail, p.active
            from person_change c left join person p on p.id = c.person_id
            where c.number > @after
            order by c.number
            limit @limit
            """);
        Add(command, "after", after);
        Add(command, "limit", configuration.PageSize);

        var page = new List<(long, SyncDelta<Person>)>(configuration.PageSize);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var number = reader.GetInt64(0);
            var id = reader.GetString(1);
            page.Add((number, await reader.IsDBNullAsync(2, cancellation)
                ? SyncDelta.Delete<Person>(number, id)
                : SyncDelta.CreateOrUpdate(number, new Person(id, reader.GetString(2), reader.GetValue(3) as string, reader.GetBoolean(4)))));
        }

        return page;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
