namespace Sluice;

/// <summary>User name and password do not match. Which of the two is wrong is not said.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class InvalidCredentialException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
