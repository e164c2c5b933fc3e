namespace Sluice;

/// <summary>The system cannot be reached: nothing was done. Transient unless said otherwise.</summary>
public sealed class ConnectionFailedException : ConnectorException
{
    /// <summary>Reports a system that cannot be reached.</summary>
    /// <param name="message">What happened, and what can be done about it.</param>
    /// <param name="innerException">What caused it.</param>
    public ConnectionFailedException(string message, Exception? innerException = null)
        : base(message, innerException) => IsTransient = true;
}
