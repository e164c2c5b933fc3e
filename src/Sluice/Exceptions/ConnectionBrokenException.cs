namespace Sluice;

/// <summary>An established connection to the system broke; whether the operation took effect is not known.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class ConnectionBrokenException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
