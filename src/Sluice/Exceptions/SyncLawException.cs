namespace Sluice;

/// <summary>A connector, or its caller, violated a sync law: a defect in code, which trying again does not cure.</summary>
public sealed class SyncLawException : ConnectorException
{
    /// <summary>Reports a violated law.</summary>
    /// <param name="lawId">The law, one of <see cref="SyncLawIds"/>; the message starts with it.</param>
    /// <param name="message">What was done against the law.</param>
    /// <param name="innerException">What caused it.</param>
    public SyncLawException(string lawId, string message, Exception? innerException = null)
        : base($"{lawId}: {message}", innerException)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(lawId);
        LawId = lawId;
    }
}
