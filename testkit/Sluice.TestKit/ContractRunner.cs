using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;

namespace Sluice.TestKit;

/// <summary>
/// Proves the sync laws for a connector, in process and without a test framework. One runner makes one card; what a proof found is
/// kept, so that a law is proven once for a class. Proofs run one after another, whoever asks for them.
/// </summary>
public sealed class ContractRunner
{
    private static readonly TimeSpan BriefLimit = TimeSpan.FromSeconds(2);

    private readonly Func<CancellationToken, Task<IConnectorHarness>> _create;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly long _started;
    private readonly DateTimeOffset _startedAt;
    private readonly Dictionary<(string LawId, ObjectClass Class), LawFinding> _findings = [];
    private readonly Dictionary<(HostProfile Host, ObjectClass Class), HostFinding> _hosts = [];
    private readonly HashSet<(string LawId, ObjectClass Class)> _underWay = [];
    private readonly List<ObjectClass> _classes = [];
    private ConnectorInfo? _connector;
    private string? _connectorVersion;
    private string? _system;
    private ContractDeclarations _declarations = ContractDeclarations.None;
    private bool _hasHung;

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

    /// <summary>Proves one law for one class; once, and remembers what was found.</summary>
    /// <param name="lawId">One of <see cref="LawIds"/>.</param>
    /// <param name="objectClass">The class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="cancellation">Ends the proof.</param>
    public async Task<LawFinding> ProveAsync(string lawId, ObjectClass objectClass, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        var law = ContractLaws.Find(lawId);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await ProveOnceAsync(law, objectClass, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Tries a connector with a host's token rules; once, and remembers what was found.</summary>
    /// <param name="host">The host.</param>
    /// <param name="objectClass">The class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="cancellation">Ends the trial.</param>
    public async Task<HostFinding> TryHostAsync(HostProfile host, ObjectClass objectClass, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(objectClass);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await TryHostOnceAsync(host, objectClass, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What was found so far.</summary>
    public ContractCard Card() => new()
    {
        Connector = _connector ?? new("unknown", "A connector whose facade could not be opened"),
        ConnectorVersion = _connectorVersion,
        System = _system,
        KitVersion = VersionOf(typeof(ContractRunner).Assembly)!,
        Profile = Settings.Profile,
        Budget = Settings.Budget,
        Seed = Settings.Seed!,
        Started = _startedAt,
        Duration = Settings.TimeProvider.GetElapsedTime(_started),
        Declarations = _declarations.All,
        Findings = [.. _findings.Values.OrderBy(finding => finding.LawId, StringComparer.Ordinal).ThenBy(finding => OrderOf(finding.ObjectClass))],
        Hosts = [.. _hosts.Values.OrderBy(finding => OrderOf(finding.ObjectClass))],
    };

    private async Task<LawFinding> ProveOnceAsync(IContractLaw law, ObjectClass objectClass, CancellationToken cancellation)
    {
        var lawId = law.Id;
        if (_findings.TryGetValue((lawId, objectClass), out var known))
            return known;
        if (!_classes.Contains(objectClass))
            _classes.Add(objectClass);
        _underWay.Add((lawId, objectClass));
        try
        {
            return _findings[(lawId, objectClass)] = await ProveEachFaceAsync(law, objectClass, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _underWay.Remove((lawId, objectClass));
        }
    }

    private async Task<HostFinding> TryHostOnceAsync(HostProfile host, ObjectClass objectClass, CancellationToken cancellation)
    {
        if (_hosts.TryGetValue((host, objectClass), out var known))
            return known;
        if (!_classes.Contains(objectClass))
            _classes.Add(objectClass);
        var attempt = await TryAsync(new HostTrial(host), objectClass, Face.Untyped, cancellation).ConfigureAwait(false);
        return _hosts[(host, objectClass)] = new(host, objectClass, attempt.Verdict, attempt.Ended?.Message ?? "", attempt.Verdict == LawVerdict.Proven ? null : attempt.Story, attempt.Duration);
    }

    // Without the commit that some builds append.
    private static string? VersionOf(Assembly assembly) => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private int OrderOf(ObjectClass objectClass) => objectClass.IsAll ? int.MaxValue : _classes.IndexOf(objectClass);

    private async Task<LawFinding> ProveEachFaceAsync(IContractLaw law, ObjectClass objectClass, CancellationToken cancellation)
    {
        var (proven, missing) = (new List<string>(), new List<string>());
        var duration = TimeSpan.Zero;
        string? seed = null;
        IReadOnlyList<Face> faces = [Face.Untyped];
        for (var i = 0; i < faces.Count; i++)
        {
            var attempt = await TryAsync(law, objectClass, faces[i], cancellation).ConfigureAwait(false);
            duration += attempt.Duration;
            seed = attempt.Seed ?? seed;
            if (i == 0 && law.ForEachFace)
                faces = attempt.Faces;
            missing.AddRange(attempt.Missing.Except(missing, StringComparer.Ordinal));
            if (attempt.Verdict != LawVerdict.Proven)
                return await ConcludeAsync(law, objectClass, attempt, duration, missing, cancellation).ConfigureAwait(false);
            proven.Add(faces[i].ToString().ToLowerInvariant());
        }

        return new(law.Id, objectClass, LawVerdict.Proven, "", null, seed, duration) { Faces = proven, MissingAbilities = missing };
    }

    /// <summary>A proof that ended before its last line: another law may have stood in the way, which then is the one that is broken.</summary>
    private async Task<LawFinding> ConcludeAsync(IContractLaw law, ObjectClass objectClass, Attempt attempt, TimeSpan duration, IReadOnlyList<string> missing, CancellationToken cancellation)
    {
        var ended = attempt.Ended!;
        var finding = new LawFinding(law.Id, objectClass, attempt.Verdict, ended.Message, attempt.Story, attempt.Seed, duration)
        {
            MissingAbilities = ended.Ability is { } ability ? [ability] : missing,
        };
        if (attempt.Verdict != LawVerdict.Broken || ended.Suspect is not { } suspect || suspect == law.Id)
            return finding;
        if (ContractLaws.All.All(other => other.Id != suspect))
        {
            // A law that only the guard enforces: it gets its finding here.
            _findings.TryAdd((suspect, objectClass), finding with { LawId = suspect });
            return Obstructed();
        }

        if (_underWay.Contains((suspect, objectClass)) || !ContractLaws.Find(suspect).Concerns(objectClass))
            return finding;
        var other = await ProveOnceAsync(ContractLaws.Find(suspect), objectClass, cancellation).ConfigureAwait(false);
        if (ended.IsCertain && other.Verdict != LawVerdict.Broken)
            _findings[(suspect, objectClass)] = other = finding with { LawId = suspect };
        return other.Verdict == LawVerdict.Broken ? Obstructed() : finding;

        LawFinding Obstructed() => finding with
        {
            Verdict = LawVerdict.NotProven,
            ObstructedBy = suspect,
            Reason = $"The broken law {suspect} stands in the way: {ended.Message}",
        };
    }

    private async Task<Attempt> TryAsync(IContractLaw law, ObjectClass objectClass, Face face, CancellationToken cancellation)
    {
        var time = Settings.TimeProvider;
        var began = time.GetTimestamp();
        var story = new StoryRecorder();
        var limit = law is InterleavingsConverge ? Settings.LawLimit + Settings.Budget : Settings.LawLimit;
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);

        // A connector that was found to hang will hang again; nobody waits as long a second time.
        var facadeLimit = _hasHung && Settings.StepLimit > BriefLimit ? BriefLimit : Settings.StepLimit;
        IReadOnlyList<Face> faces = [Face.Untyped];
        IReadOnlyList<string> missing = [];
        string? seed = null;
        ProofEndedException? ended = null;
        LawContext? context = null;
        try
        {
            context = await LawContext.OpenAsync(_create, objectClass, Settings, story, facadeLimit, either.Token).ConfigureAwait(false);
            _connector ??= context.Facade.Info;
            _connectorVersion ??= VersionOf(context.Facade.GetType().Assembly);
            _system ??= context.Harness.SystemName;
            _declarations = context.Declarations;
            context.Face = face;
            if (law.ForEachFace)
                faces = context.Faces();
            if (law.Id.Length > 0 && context.Declarations.Find(law.Id, objectClass) is { } declared)
                LawContext.NotApplicable($"Declared by the connector: {declared.Reason}");
            if (law.NeedsSync && !context.Facade.Supports(objectClass, ConnectorOperations.Sync))
                LawContext.NotApplicable(objectClass.IsAll ? "The connector refuses __ALL__." : $"The facade says that it does not sync {objectClass} (SLC101 decides whether that is true).");
            await law.ProveAsync(context).ConfigureAwait(false);
        }
        catch (ProofEndedException exception)
        {
            ended = exception.Verdict == LawVerdict.Broken && await ContradictionAsync(context).ConfigureAwait(false) is { } contradiction ? contradiction : exception;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            ended = new(LawVerdict.NotProven, $"The proof did not end within {limit.TotalSeconds:0} s; raise ContractSettings.LawLimit, or see where the story stands still.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ended = new(LawVerdict.HarnessFault, $"The proof itself failed with {LawContext.Name(exception)}: {exception.Message}\n{exception.StackTrace}", cause: exception);
        }
        finally
        {
            if (context is not null)
            {
                missing = context.MissingAbilities;
                seed = context.Seed;
                await context.DisposeAsync().ConfigureAwait(false);
            }
        }

        // Whether a connector hangs, or one long run only needs its time, the law that is suspected tells: proven with the full limit.
        _hasHung |= ended is { IsHang: true, Suspect: { } suspect } && suspect == law.Id;
        return new(ended?.Verdict ?? LawVerdict.Proven, ended, story.Tell(), seed, faces, time.GetElapsedTime(began)) { Missing = missing };
    }

    /// <summary>Before a connector is accused, the harness is asked once more whether it did what it was told.</summary>
    private static async Task<ProofEndedException?> ContradictionAsync(LawContext? context)
    {
        try
        {
            if (context is not null)
                await context.Native.TruthAsync().ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            // A source that the connector left locked or broken does not clear it.
            return exception is ProofEndedException { IsContradiction: true } contradiction ? contradiction : null;
        }
    }

    private async Task<IReadOnlyList<ObjectClass>> DiscoverAsync(CancellationToken cancellation)
    {
        try
        {
            var context = await LawContext.OpenAsync(_create, ObjectClass.All, Settings, new(), Settings.StepLimit, cancellation).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
                return context.ServedClasses;
        }
        catch (ProofEndedException)
        {
            // No facade, no classes: the proofs for __ALL__ tell why.
            return [];
        }
    }

    private sealed record Attempt(LawVerdict Verdict, ProofEndedException? Ended, Story Story, string? Seed, IReadOnlyList<Face> Faces, TimeSpan Duration)
    {
        public IReadOnlyList<string> Missing { get; init; } = [];
    }
}
