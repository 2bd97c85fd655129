from django.urls import path

# those of the shop
urlpatterns = [path("items/<int:pk>/", print, name="item")]
