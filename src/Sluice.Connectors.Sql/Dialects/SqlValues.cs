using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>What readers of rows share.</summary>
internal static class SqlValues
{
    public static string? TextAt(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
