namespace Sluice.Generators.Model;

/// <summary>How a connector's facade and the method that creates it are declared.</summary>
/// <param name="Name"><c>Facade</c>, unless the connector has a member of that name.</param>
/// <param name="Factory"><c>CreateFacade</c>, unless the connector has one with these parameters.</param>
/// <param name="Accessibility">As public as the connector and its configuration allow.</param>
/// <param name="HidesFacade">Whether a base class has a facade too.</param>
/// <param name="HidesFactory">Whether a base class has the same factory.</param>
internal sealed record ConnectorFacadeModel(string Name, string Factory, string Accessibility, bool HidesFacade, bool HidesFactory);
