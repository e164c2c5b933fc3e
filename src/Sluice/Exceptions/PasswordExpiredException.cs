namespace Sluice;

/// <summary>User name and password match, but the password has expired; the uid says whose.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class PasswordExpiredException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
