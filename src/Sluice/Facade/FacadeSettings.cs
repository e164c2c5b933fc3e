using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sluice;

/// <summary>How a facade behaves, whatever its connector.</summary>
public sealed record FacadeSettings
{
    /// <summary>Strict, silent, pages of 500.</summary>
    public static FacadeSettings Default { get; } = new();

    /// <summary>
    /// A broken law is logged instead of thrown, and the position stays where it is safe. For connectors that cannot be mended
    /// today. What would break the handler's own promise stays an exception: calls of it at once, after it threw, and after the
    /// return (SLC311, SLC304, SLC312); so does an object that cannot be built (SLC405 of an annotated type).
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>The page size of page-shaped syncs where a run does not ask for another.</summary>
    public int DefaultPageSize
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A page holds at least one delta.");
    }

    = 500;

    /// <summary>Where the facade logs.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;
}
