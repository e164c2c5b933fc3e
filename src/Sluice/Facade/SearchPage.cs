namespace Sluice;

/// <summary>One page of a search.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Cookie">What <see cref="OperationOptions.PagingCookie"/> asks the next page with; null after the last page.</param>
public sealed record SearchPage(IReadOnlyList<ConnectorObject> Objects, string? Cookie);
