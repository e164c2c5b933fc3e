using System.Diagnostics;
using Npgsql;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>
/// A PostgreSQL server of its own for a test run, on a socket in a temporary folder: nobody else's, no port, gone afterwards. It refuses to
/// run as root, so root starts it as another user.
/// </summary>
[SetUpFixture]
public sealed class PostgreSqlServer
{
    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(StartAsync);
    private static int _databases;
    private string _binaries = "";
    private string _folder = "";
    private string _fileCopy = "";
    private NpgsqlDataSource _source = null!;

    public static string? Missing { get; } = Binaries() is null ? "PostgreSQL's initdb is not on this machine; ./test.sh installs it (Debian package postgresql)" : null;

    /// <summary>What was started, for a card.</summary>
    public static string Version { get; private set; } = "PostgreSQL";

    /// <summary>Makes an empty database.</summary>
    /// <param name="template">The database to copy, or null.</param>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}{(await Started.Value)._fileCopy}");
        return name;
    }

    public static Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    public static Task RenameDatabaseAsync(string name, string to) => ExecuteAsync($"ALTER DATABASE {name} RENAME TO {to}");

    /// <summary>Runs a statement beside all databases of the tests.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var command = (await Started.Value)._source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<string> ConnectionStringAsync(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = (await Started.Value)._folder,
        Database = database,
        Username = "tester",
    }.ConnectionString;

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (!Started.IsValueCreated)
            return;
        var server = await Started.Value;
        await server._source.DisposeAsync();
        await RunAsync(Path.Combine(server._binaries, "pg_ctl"), "-D", Path.Combine(server._folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(server._folder, recursive: true);
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        // A socket's path has a limit of about 100 characters.
        var server = new PostgreSqlServer { _binaries = Binaries()!, _folder = FastFolder.Create("sluice-pg-") };
        var data = Path.Combine(server._folder, "data");
        if (Environment.IsPrivilegedProcess)
            await RunAsRootAsync("chown", "postgres", server._folder);
        await RunAsync(Path.Combine(server._binaries, "initdb"), "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");

        // Nothing is to survive a crash of the machine, and nothing listens on a port.
        await RunAsync(Path.Combine(server._binaries, "pg_ctl"), "-D", data, "-l", Path.Combine(server._folder, "log"), "-w",
            "-o", $"-k '{server._folder}' -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=128MB -c max_connections=60 -c autovacuum=off", "start");
        server._source = NpgsqlDataSource.Create($"Host={server._folder};Database=postgres;Username=tester");
        await using var connection = await server._source.OpenConnectionAsync();

        Version = $"PostgreSQL {connection.PostgreSqlVersion}";

        // From 15 on a database is copied through the write-ahead log otherwise, block by block.
        server._fileCopy = connection.PostgreSqlVersion.Major >= 15 ? " STRATEGY file_copy" : "";
        return server;
    }

    private static string? Binaries()
    {
        var folders = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")) : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsRootAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
        : RunAsRootAsync(program, arguments);

    private static async Task RunAsRootAsync(string program, params string[] arguments)
    {
        // Not redirected: the server inherits the handles, and whoever reads them to their end waits as long as it lives.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "cd / && exec \"$0\" \"$@\" > /dev/null 2>&1 < /dev/null", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed with {process.ExitCode}.");
    }
}
