using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>A class with <c>[Connector]</c>: what its generated half says.</summary>
/// <param name="Type">The class.</param>
/// <param name="Name">The connector's name.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Description">One sentence for operators.</param>
/// <param name="Configuration">The configuration type as code, or null.</param>
/// <param name="Parameters">What its constructor is called with.</param>
/// <param name="Facade">The generated facade's declaration.</param>
/// <param name="Registration">The registration with a service collection; null where nobody outside could call it.</param>
/// <param name="Operations">One class of operations for each annotated type and each group of untyped object classes.</param>
/// <param name="Serves">The operations in the order in which the connector declares its object classes.</param>
/// <param name="Methods">The operations of the connector as a whole: test, schema, object class source.</param>
/// <param name="Warnings">Compiler warnings that the use of the connector's own members gives.</param>
/// <param name="IsListed">Whether the assembly's catalogue can name it.</param>
internal sealed record ConnectorModel(
    TypeHierarchy Type,
    string Name,
    string DisplayName,
    string? Description,
    string? Configuration,
    EquatableArray<ConnectorParameter> Parameters,
    ConnectorFacadeModel Facade,
    ConnectorRegistrationModel? Registration,
    EquatableArray<OperationsModel> Operations,
    EquatableArray<OperationsServed> Serves,
    EquatableArray<OperationModel> Methods,
    EquatableArray<string> Warnings,
    bool IsListed)
{
    /// <summary>The facade as code names it.</summary>
    public string FacadeType => $"{Type.FullyQualifiedName}.{Facade.Name}";

    /// <summary>Whether creating the connector asks the host's services.</summary>
    public bool AsksServices => Parameters.Any(parameter => parameter.Source is not (ConnectorParameterSource.Configuration or ConnectorParameterSource.LoggerFactory));
}
