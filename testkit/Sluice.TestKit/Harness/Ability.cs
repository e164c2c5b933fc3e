namespace Sluice.TestKit;

/// <summary>What each ability asks of a harness, for the reason of a law that could not be proven.</summary>
internal static class Ability
{
    private static readonly Dictionary<Type, string> Asks = new()
    {
        [typeof(IHoldsTransactions)] = "Write in a transaction that commits later.",
        [typeof(IControlsClock)] = "Freeze and shift the clock that the source stamps its changes with.",
        [typeof(IWritesTogether)] = "Write several objects in one transaction, batch or tick.",
        [typeof(ITrimsChangeLog)] = "Let the source forget its old changes.",
        [typeof(IRestoresSource)] = "Keep a copy of the source and restore it later.",
        [typeof(IReplacesSource)] = "Replace the source by another instance with the same objects.",
        [typeof(IBreaksConnection)] = "Break the connection after a number of reads.",
        [typeof(IStallsReads)] = "Let a read of the source wait until it is released or cancelled.",
        [typeof(ICountsOpenResources)] = "Count the connections, readers and files that are open.",
        [typeof(ICountsReads)] = "Count what the source hands out.",
        [typeof(IWritesOutOfScope)] = "Make changes that the connector's sync shall skip.",
        [typeof(IMovesOutOfScope)] = "Move an object out of what the connector delivers.",
        [typeof(IWritesMany)] = "Make a great many objects cheaply.",
        [typeof(ICorruptsRecords)] = "Damage one record so that reading it fails.",
        [typeof(INumbersChanges)] = "Set the number of the next change.",
    };

    public static string Describe(Type ability) => Asks[ability];
}
