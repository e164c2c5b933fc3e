using System.Globalization;

namespace Sluice.TestKit;

/// <summary>How the kit runs.</summary>
public sealed record ContractSettings
{
    /// <summary>The standard profile, from a random seed.</summary>
    public static ContractSettings Default { get; } = new();

    /// <summary>How thorough the run is.</summary>
    public ContractProfile Profile { get; init; }

    /// <summary>The seed of everything random; null for one chosen by chance. A finding's seed put here tells its story again.</summary>
    public string? Seed { get; init; }

    /// <summary>What the random model (SLC912) may take for each class; by default 20 seconds, in the nightly profile 10 minutes.</summary>
    public TimeSpan Budget
    {
        get => field > TimeSpan.Zero ? field : Profile == ContractProfile.Nightly ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(20);
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A budget is a positive time.");
    }

    /// <summary>How many random stories (SLC912) are told for each class at most; by default 100, in the nightly profile 10 000.</summary>
    public int Stories
    {
        get => field > 0 ? field : Profile == ContractProfile.Nightly ? 10_000 : 100;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one story is told.");
    }

    /// <summary>How many changes the laws about large backlogs (SLC305, SLC915) make; by default 20 000, in the nightly profile 1 000 000.</summary>
    public int Backlog
    {
        get => field > 0 ? field : Profile == ContractProfile.Nightly ? 1_000_000 : 20_000;
        init => field = value >= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A backlog has at least 1000 changes.");
    }

    /// <summary>How long one call of the facade or the harness may take; 10 seconds.</summary>
    public TimeSpan StepLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the proof of one law for one class may take, the random model's budget not counted; one minute.</summary>
    public TimeSpan LawLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock behind the limits and the durations.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The laws to prove; null for all of <see cref="ContractRunner.LawIds"/>.</summary>
    public IReadOnlyCollection<string>? Laws { get; init; }

    /// <summary>The hosts that the connector is tried with; the card tells for which it is safe.</summary>
    public IReadOnlyList<HostProfile> Hosts { get; init; } = HostProfile.All;

    /// <summary>
    /// The settings of the environment: <c>SLUICE_CONTRACT_PROFILE</c> (<c>standard</c>, <c>nightly</c>), <c>SLUICE_CONTRACT_SEED</c>,
    /// <c>SLUICE_CONTRACT_BUDGET</c> (seconds for each class).
    /// </summary>
    /// <exception cref="FormatException">A variable has a value that it cannot have.</exception>
    public static ContractSettings FromEnvironment()
    {
        var settings = new ContractSettings
        {
            Profile = Environment.GetEnvironmentVariable("SLUICE_CONTRACT_PROFILE") switch
            {
                null or "" or "standard" => ContractProfile.Standard,
                "nightly" => ContractProfile.Nightly,
                var other => throw new FormatException($"SLUICE_CONTRACT_PROFILE is '{other}'; it is 'standard' or 'nightly'."),
            },
            Seed = Environment.GetEnvironmentVariable("SLUICE_CONTRACT_SEED") is { Length: > 0 } seed ? seed : null,
        };
        return Environment.GetEnvironmentVariable("SLUICE_CONTRACT_BUDGET") switch
        {
            null or "" => settings,
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 =>
                settings with { Budget = TimeSpan.FromSeconds(seconds) },
            var text => throw new FormatException($"SLUICE_CONTRACT_BUDGET is '{text}'; it is a positive number of seconds."),
        };
    }
}
