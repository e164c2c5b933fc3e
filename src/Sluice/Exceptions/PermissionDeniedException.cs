namespace Sluice;

/// <summary>The system does not let the connector's own account do that.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class PermissionDeniedException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
