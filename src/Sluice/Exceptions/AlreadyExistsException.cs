namespace Sluice;

/// <summary>An object cannot be created or renamed because another one has its uid or name.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class AlreadyExistsException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
