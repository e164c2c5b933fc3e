using System.Security.Cryptography;
using System.Text;

namespace Sluice.Connectors.Sql;

/// <summary>Which source a token is of, in 16 hexadecimal digits.</summary>
internal static class SourceIdentity
{
    public static string Of(params ReadOnlySpan<string> facts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))).AsSpan(0, 8));

    /// <summary>The identity that the setup script gave the database, on this server; whoever wants all tokens refused writes another one.</summary>
    public static async ValueTask<string> ReadAsync(SqlSession session, SqlTable table, SqlText server, CancellationToken cancellation) =>
        await session.FirstAsync(SqlText.Of($"SELECT CAST(source AS text), {server} FROM {table.Source}"), row => Of(row.GetString(0), row.GetString(1), table.Mapping.Table), cancellation).ConfigureAwait(false)
            ?? throw new ConnectorException($"The table {SqlSetup.SourceTable} is empty; run the setup script again.") { ObjectClass = table.ObjectClass };
}
