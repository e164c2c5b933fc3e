namespace Sluice;

/// <summary>An object is not in the state that the caller required; nothing was changed.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class PreconditionFailedException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
