namespace Sluice;

/// <summary>A token is not one that this connector issues: of another type, malformed, or from another source.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class InvalidSyncTokenException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
