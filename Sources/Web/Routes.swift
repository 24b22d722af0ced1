public import Operations

/// Every controller of the business API. Health, metrics, documentation and sign-in come with the application itself.
public enum Routes {
    public static func controllers(_ surroundings: Surroundings) -> [any Controller] {
        [
            ClientProgramController(surroundings: surroundings), ClientLoyaltyController(surroundings: surroundings),
            ClientOrderController(surroundings: surroundings), ShopsController(surroundings: surroundings),
            OrdersController(surroundings: surroundings), ProgramController(surroundings: surroundings),
            MembersController(surroundings: surroundings), RewardsController(surroundings: surroundings),
            RedemptionsController(surroundings: surroundings), MeController(surroundings: surroundings),
            AuditLogController(surroundings: surroundings), ActivityController(surroundings: surroundings),
        ]
    }
}
