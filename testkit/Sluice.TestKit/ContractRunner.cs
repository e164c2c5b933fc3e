using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;

namespace Sluice.TestKit;

/// <summary>
/// Proves the sync laws for a connector, in process and without a test framework. One runner makes one card; what a proof found is
/// kept, so that a law is proven once for a class.
/// </summary>
public sealed class ContractRunner
{
    private readonly Func<CancellationToken, Task<IConnectorHarness>> _create;
    private readonly long _started;
    private readonly DateTimeOffset _startedAt;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(int Law, int Class, int Order), LawFinding> _findings = [];
    private readonly List<HostFinding> _hosts = [];

    /// <summary>Makes a runner.</summary>
    /// <param name="create">Makes a harness around a fresh native system; called for each proof.</param>
    /// <param name="settings">How to run; the defaults when null.</param>
    public ContractRunner(Func<CancellationToken, Task<IConnectorHarness>> create, ContractSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(create);
        _create = create;
        settings ??= ContractSettings.Default;
        Settings = settings with { Seed = settings.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture) };
        _started = Settings.TimeProvider.GetTimestamp();
        _startedAt = Settings.TimeProvider.GetUtcNow();
    }

    /// <summary>The laws that the kit proves, ascending.</summary>
    public static IReadOnlyList<string> LawIds { get; } = [.. ContractLaws.All.Select(law => law.Id)];

    /// <summary>How the runner runs; its seed is always given.</summary>
    public ContractSettings Settings { get; }

    /// <summary>A law's word, <c>StopAndResume</c>.</summary>
    /// <param name="lawId">One of <see cref="LawIds"/>.</param>
    public static string NameOf(string lawId) => ContractLaws.Find(lawId).GetType().Name;

    /// <summary>Whether a law says something about a class; some concern only <c>__ALL__</c>, or only classes.</summary>
    /// <param name="lawId">One of <see cref="LawIds"/>.</param>
    /// <param name="objectClass">The class, or <see cref="ObjectClass.All"/>.</param>
    public static bool Concerns(string lawId, ObjectClass objectClass) => ContractLaws.Find(lawId).Concerns(objectClass);

    /// <summary>Proves every law that the settings name, for every class and <c>__ALL__</c>, and tries every host.</summary>
    /// <param name="objectClasses">The classes; those of the facade when null.</param>
    /// <param name="cancellation">Ends the run; what was found so far is on <see cref="Card"/>.</param>
    public async Task<ContractCard> RunAsync(IEnumerable<ObjectClass>? objectClasses = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<ObjectClass> classes = objectClasses is null ? await DiscoverAsync(cancellation).ConfigureAwait(false) : [.. objectClasses];
        foreach (var objectClass in classes.Where(objectClass => !objectClass.IsAll).Append(ObjectClass.All))
        {
            foreach (var law in ContractLaws.All.Where(law => law.Concerns(objectClass) && Settings.Laws?.Contains(law.Id) != false))
                await ProveAsync(law.Id, objectClass, cancellation).ConfigureAwait(false);
            foreach (var host in Settings.Hosts)
                await TryHostAsync(host, objectClass, cancellation).ConfigureAwait(false);
        }

        return Card();
    }

    /// <summary>Proves one law for one class.</summary>
    /// <param name="lawId">One of <see cref="LawIds"/>.</param>
    /// <param name="objectClass">The class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="cancellation">Ends the proof.</param>
    public Task<LawFinding> ProveAsync(string lawId, ObjectClass objectClass, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        return Task.FromResult(new LawFinding(lawId, objectClass, LawVerdict.NotProven, _create is null ? "" : "The kit cannot prove laws yet.", null, null, Settings.TimeProvider.GetElapsedTime(_started)));
    }

    /// <summary>Tries a connector with a host's token rules.</summary>
    /// <param name="host">The host.</param>
    /// <param name="objectClass">The class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="cancellation">Ends the trial.</param>
    public Task<HostFinding> TryHostAsync(HostProfile host, ObjectClass objectClass, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(objectClass);
        return Task.FromResult(new HostFinding(host, objectClass, LawVerdict.NotProven, "The kit cannot try hosts yet.", null, Settings.TimeProvider.GetElapsedTime(_started)));
    }

    /// <summary>What was found so far.</summary>
    public ContractCard Card()
    {
        lock (_lock)
        {
            return new()
            {
                Connector = new("unknown", "A connector whose facade could not be opened"),
                KitVersion = typeof(ContractRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
                Profile = Settings.Profile,
                Budget = Settings.Budget,
                Seed = Settings.Seed!,
                Started = _startedAt,
                Duration = Settings.TimeProvider.GetElapsedTime(_started),
                Findings = [.. _findings.Values],
                Hosts = [.. _hosts],
            };
        }
    }

    private async Task<IReadOnlyList<ObjectClass>> DiscoverAsync(CancellationToken cancellation)
    {
        var harness = await _create(cancellation).ConfigureAwait(false);
        await using (harness.ConfigureAwait(false))
        {
            var facade = await harness.OpenAsync(cancellation).ConfigureAwait(false);
            await using (facade.ConfigureAwait(false))
                return [.. facade.ObjectClasses];
        }
    }
}
