using Microsoft.Extensions.Logging;

namespace Sluice.Runtime;

/// <summary>What facades log; no message ever holds an attribute's value.</summary>
internal static partial class FacadeLog
{
    [LoggerMessage(1, LogLevel.Information, "Sync of {ObjectClass} through '{Connector}' ended: {Outcome}, {Delivered} delivered, {Acknowledged} acknowledged, position {Position}")]
    public static partial void SyncEnded(this ILogger logger, string connector, string objectClass, SyncOutcome outcome, long delivered, long acknowledged, SyncPosition position);

    [LoggerMessage(2, LogLevel.Warning, "Sync of {ObjectClass} through '{Connector}' failed after {Delivered} deltas; the safe position is {Position}")]
    public static partial void SyncFailed(this ILogger logger, Exception exception, string connector, string objectClass, long delivered, SyncPosition position);

    [LoggerMessage(3, LogLevel.Error, "{LawId} is broken by '{Connector}' in a sync of {ObjectClass}; lenient mode goes on, and the position stays where it is safe")]
    public static partial void LawBroken(this ILogger logger, Exception exception, string lawId, string connector, string objectClass);

    [LoggerMessage(4, LogLevel.Warning, "SLC202: '{Connector}' reported the token {Token} after the handler of {ObjectClass} had stopped; it is ignored, since it may skip changes that were not handled")]
    public static partial void TokenAfterStopIgnored(this ILogger logger, string connector, string objectClass, string token);

    [LoggerMessage(5, LogLevel.Warning, "'{Connector}' threw after the handler of {ObjectClass} had accepted a delta and stopped; the run counts as stopped, and the position is that of the last complete token group")]
    public static partial void FailedWhilePeeking(this ILogger logger, Exception exception, string connector, string objectClass);

    [LoggerMessage(6, LogLevel.Information, "'{Connector}' serves object classes that the __ALL__ token does not know; they start from the beginning: {ObjectClasses}")]
    public static partial void ClassesAdded(this ILogger logger, string connector, string objectClasses);

    [LoggerMessage(7, LogLevel.Warning, "'{Connector}' does not serve object classes any more that the __ALL__ token knows; their positions are dropped: {ObjectClasses}")]
    public static partial void ClassesRemoved(this ILogger logger, string connector, string objectClasses);

    [LoggerMessage(8, LogLevel.Error, "'{Connector}' called the handler of a sync of {ObjectClass} after its method had returned (SLC312); the call is refused")]
    public static partial void CalledAfterReturn(this ILogger logger, Exception exception, string connector, string objectClass);
}
