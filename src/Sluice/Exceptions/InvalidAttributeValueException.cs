namespace Sluice;

/// <summary>The system, or the schema, refuses the value of an attribute; the message names the attribute, never a secret value.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class InvalidAttributeValueException(string message, Exception? innerException = null) : ConnectorException(message, innerException);
