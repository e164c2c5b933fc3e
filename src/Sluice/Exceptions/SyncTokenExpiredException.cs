namespace Sluice;

/// <summary>The source can no longer serve a token: what changed since is gone from its log. The host starts again from a full read.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class SyncTokenExpiredException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
