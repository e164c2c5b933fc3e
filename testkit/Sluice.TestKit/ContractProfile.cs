namespace Sluice.TestKit;

/// <summary>How thorough a run of the kit is.</summary>
public enum ContractProfile
{
    /// <summary>Fit for every build: about 20 seconds for a class at most.</summary>
    Standard,

    /// <summary>Fit for the night: longer stories, more of them, larger backlogs.</summary>
    Nightly,
}
