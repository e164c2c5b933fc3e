namespace Sluice.Generators.Model;

/// <summary>What a method's caller does to get at its answer.</summary>
internal enum OperationFlow
{
    /// <summary>Nothing.</summary>
    Direct,

    /// <summary>It is awaited.</summary>
    Awaited,

    /// <summary>The method's task is just the one that is wanted, and is handed on.</summary>
    HandedOn,
}
