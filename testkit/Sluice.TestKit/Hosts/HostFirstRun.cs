namespace Sluice.TestKit;

/// <summary>Where a host's first run starts.</summary>
public enum HostFirstRun
{
    /// <summary>From the beginning: everything is delivered.</summary>
    Beginning,

    /// <summary>From the latest token: only what changes from now on is delivered.</summary>
    Latest,
}
