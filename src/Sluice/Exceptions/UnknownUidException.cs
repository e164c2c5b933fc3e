namespace Sluice;

/// <summary>The system has no object of that uid (any more).</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class UnknownUidException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
