namespace Sluice.Connectors.Sql.Tests;

/// <summary>
/// A new folder for the files of a database: in memory where the machine offers that and it is large enough. A database is some three hundred files,
/// the contract makes several hundred databases, and a file system on a disk takes ten times as long for them.
/// </summary>
internal static class FastFolder
{
    private const string Memory = "/dev/shm";
    private const long Enough = 1L << 30;

    public static string Create(string prefix)
    {
        if (Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Enough)
        {
            try
            {
                return Directory.CreateDirectory(Path.Combine(Memory, $"{prefix}{Guid.NewGuid():N}")).FullName;
            }
            catch (UnauthorizedAccessException)
            {
                // Then on the disk, like everything else.
            }
        }

        return Directory.CreateTempSubdirectory(prefix).FullName;
    }
}
