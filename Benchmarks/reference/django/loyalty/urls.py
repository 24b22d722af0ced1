from django.urls import path

from . import views

urlpatterns = [
    path("readyz", views.ReadyView.as_view()),
    path("api/shops/<str:shop>", views.ShopView.as_view()),
    path("api/shops/<str:shop>/orders/<str:order>", views.OrderView.as_view()),
    path("api/shops/<str:shop>/members/<str:customer>/entries", views.EntriesView.as_view()),
    path("api/loyalty-programs/shop_program/", views.ProgramView.as_view()),
    path("api/customer-loyalty/my_loyalty_accounts/", views.AccountsView.as_view()),
]
